"""Drives every tool and resource of `tolmach mcp` with the reference client (PyPI: mcp).

usage: client.py TOLMACH
"""

import asyncio
import json
import pathlib
import sys
import tempfile

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

FILES = {
    "tolmach.toml": 'source-language = "ru"\nstyle-notes = "STYLE.md"\n',
    "STYLE.md": "Short sentences.\n",
    "glossary/terms.toml": '[[concept]]\nid = "mayor"\n[concept.ru]\npreferred = "мэр"\n[concept.en]\npreferred = "mayor"\n',
    "glossary/новые термины.toml": '[[concept]]\nid = "ferry"\n[concept.ru]\npreferred = "паром"\n',
    "originals/bridge.md": "Мост города.\n\nМэр открыл мост в 1905 году.\n\nПо реке ходит паром.\n",
    "translations/en/bridge.md": "The city's bridge.\n\n<!-- tolmach: translate\nМэр открыл мост в 1905 году.\n-->\n"
    "\nA person's words about a ferry on the river.\n",
}


def plain(answer):
    """The answer with the names of the protocol, which versions of the client spell in their own ways."""
    return answer.model_dump(by_alias=True, mode="json")


async def main(tolmach):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in FILES.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        server = StdioServerParameters(command=tolmach, args=["--project", folder, "mcp"], cwd=folder)
        async with stdio_client(server) as (reader, writer), ClientSession(reader, writer) as session:
            greeting = plain(await session.initialize())
            assert greeting["serverInfo"]["name"] == "tolmach"
            await session.send_ping()
            tools = plain(await session.list_tools())["tools"]
            assert [tool["name"] for tool in tools if not tool["annotations"]["readOnlyHint"]] == ["propose"]

            async def call(name, **arguments):
                result = plain(await session.call_tool(name, arguments))
                assert not result["isError"], result
                return result["structuredContent"]

            assert (await call("status"))["documents"]
            [gap] = (await call("gaps", paths=["originals/bridge.md"], language="en", stale=True, limit=5))["gaps"]
            assert gap["style"] == FILES["STYLE.md"] and gap["terms"][0]["concept"] == "mayor"
            assert (await call("unit", path="originals/bridge.md", line=1))["units"]
            assert (await call("terms", text="мэра", language="en"))["terms"]
            assert (await call("memory", text="Мост города.", language="en", limit=1))["matches"] == []
            assert (await call("check", language="en"))["documents"]
            translation = root / "translations/en/bridge.md"

            async def propose(place, target, **options):
                answer = {"id": place, "target": target, "by": "client"}
                return (await call("propose", answers=[answer], **options))["results"][0]

            refused = await propose(gap["id"], "The mayor opened the bridge in 1950.", fail_on="warning")
            assert refused["reason"] == "checks" and refused["findings"][0]["target"] == ["1950"], refused
            good = "The mayor opened the bridge in 1905."
            assert (await propose(gap["id"], good, dry_run=True))["result"] == "landed"
            assert translation.read_text(encoding="utf-8") == FILES["translations/en/bridge.md"]
            assert (await propose(gap["id"], good))["result"] == "landed"
            assert good in translation.read_text(encoding="utf-8")
            mine = (await call("unit", path="translations/en/bridge.md", line=5))["units"][0]
            assert (await propose(mine["id"], "A ferry goes on the river."))["reason"] == "already-translated"
            assert (await call("unit", path="translations/en/bridge.md", line=3))["units"][0]["state"] == "draft"
            assert plain(await session.call_tool("check", {"paths": ["/etc"]}))["isError"]
            read = [
                plain(await session.read_resource(resource.uri))["contents"][0]["text"]
                for resource in (await session.list_resources()).resources
            ]
            named = [text for name, text in FILES.items() if name.startswith("glossary/") or name == "STYLE.md"]
            assert sorted(read) == sorted(named), read
    print(json.dumps({"tools": len(tools), "protocol": greeting["protocolVersion"]}))


asyncio.run(asyncio.wait_for(main(str(pathlib.Path(sys.argv[1]).resolve())), 60))
