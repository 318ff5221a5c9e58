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
    "originals/bridge.md": "Мост города.\n\nМэр открыл мост в 1905 году.\n",
    "translations/en/bridge.md": "The city's bridge.\n\n<!-- tolmach: translate\nМэр открыл мост в 1905 году.\n-->\n",
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
            gap = (await call("gaps"))["gaps"][0]
            assert (await call("unit", path="originals/bridge.md", line=1))["units"]
            assert (await call("terms", text="мэра", language="en"))["terms"]
            assert "matches" in await call("memory", text="Мост города.", language="en")
            assert (await call("check"))["documents"]
            answer = {"id": gap["id"], "target": "The mayor opened the bridge in 1905.", "by": "client"}
            assert (await call("propose", answers=[answer]))["results"][0]["result"] == "landed"
            assert "1905" in (root / "translations/en/bridge.md").read_text(encoding="utf-8")
            refused = plain(await session.call_tool("check", {"paths": ["/etc"]}))
            assert refused["isError"]
            for resource in (await session.list_resources()).resources:
                assert plain(await session.read_resource(resource.uri))["contents"][0]["text"]
    print(json.dumps({"tools": len(tools), "protocol": greeting["protocolVersion"]}))


asyncio.run(asyncio.wait_for(main(str(pathlib.Path(sys.argv[1]).resolve())), 60))
