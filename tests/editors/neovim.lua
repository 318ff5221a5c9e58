-- Neovim 0.11 against `tolmach lsp`: diagnostic, counterpart, hover, fix, accept, stale.
local project, tolmach = vim.env.PROJECT, vim.env.TOLMACH

local function wait(what, done)
  assert(vim.wait(60000, done, 20), 'never came: ' .. what)
end

local function open(path)
  local buffer = vim.fn.bufadd(project .. '/' .. path)
  vim.fn.bufload(buffer)
  vim.bo[buffer].filetype = 'markdown'
  local id = vim.lsp.start({ name = 'tolmach', cmd = { tolmach, 'lsp' }, root_dir = project }, { bufnr = buffer })
  assert(id, 'no client')
  return buffer, assert(vim.lsp.get_client_by_id(id))
end

local function rule(buffer, name)
  for _, found in ipairs(vim.diagnostic.get(buffer)) do
    if found.code == name then return found end
  end
end

local function lines(buffer) return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') end

local translation, client = open('translations/en/bridge.md')
wait('number-mismatch', function() return rule(translation, 'number-mismatch') end)
local related = rule(translation, 'number-mismatch').user_data.lsp.relatedInformation
assert(related[1].location.uri:find('originals/bridge.md', 1, true), 'no counterpart beside the finding')

local place = { textDocument = vim.lsp.util.make_text_document_params(translation), position = { line = 4, character = 3 } }
local function ask(method, params)
  local answer = assert(client:request_sync(method, params, 60000, translation), method)
  assert(not answer.err, vim.inspect(answer.err))
  return answer.result
end
local there = ask('textDocument/definition', place)[1]
assert((there.targetUri or there.uri):find('originals/bridge.md', 1, true), 'the counterpart is elsewhere')
assert((there.targetRange or there.range).start.line == 4, 'the counterpart is on another line')
assert(ask('textDocument/hover', place).contents.value:find('Люди ждали паром', 1, true), 'no original in the hover')

local column = 4
local actions = ask('textDocument/codeAction', {
  textDocument = place.textDocument,
  range = { start = { line = 2, character = column }, ['end'] = { line = 2, character = column + 5 } },
  context = { diagnostics = {} },
})
for _, action in ipairs(actions) do
  -- Neovim asks for the edit of an action when it is chosen.
  if action.isPreferred and not action.edit then action = ask('codeAction/resolve', action) end
  if action.isPreferred then vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding) end
end
assert(lines(translation):find('The akim opened', 1, true), 'the fix was not made')
wait('the term to be fixed', function() return not rule(translation, 'term-deprecated') end)

ask('workspace/executeCommand', { command = 'tolmach.accept', arguments = { { uri = place.textDocument.uri, line = 4 } } })
assert(vim.uv.fs_stat(project .. '/translations/en/bridge.units.toml'), 'nothing was accepted')
local original = open('originals/bridge.md')
vim.api.nvim_buf_set_lines(original, 4, 5, false, { 'Люди долго ждали новый паром у реки.' })
wait('stale on the translation', function() return rule(translation, 'stale-translation') end)

local items = ask('textDocument/completion', {
  textDocument = place.textDocument, position = { line = 2, character = 4 },
})
local offered = {}
for _, item in ipairs(items.items or items) do offered[item.label] = true end
assert(offered.akim, 'the term is not offered')
vim.cmd('qa!')
