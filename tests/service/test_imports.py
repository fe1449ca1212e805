"""The web process never loads spaCy: a worker reads, the web only shows."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_neither_web_process_nor_worker_imports_spacy(tmp_path: Path) -> None:
    code = (
        "import sys; from service.app import create_app; import service.worker; app = create_app();"
        "client = app.test_client(); client.get('/healthz'); client.get('/masuk');"
        "print(sorted(m for m in sys.modules if m.partition('.')[0] in {'spacy', 'thinc', 'numpy'}))"
    )
    env = {**os.environ, "TILIK_DATA_DIR": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
