"""OmegaT without its window: it fills a project's documents from its memory."""
import subprocess


def translate(project):
    folders = "".join(f"<{name}_dir>__DEFAULT__</{name}_dir>" for name in ("source", "target", "tm", "glossary", "dictionary"))
    (project / "omegat.project").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><omegat><project version="1.0">{folders}<source_lang>RU</source_lang>'
        "<target_lang>EN</target_lang><sentence_seg>false</sentence_seg><remove_tags>false</remove_tags>"
        "<support_default_translations>true</support_default_translations></project></omegat>", encoding="utf-8")
    done = subprocess.run(["omegat", str(project), "--mode=console-translate", f"--config-dir={project}/config"],
                          capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
