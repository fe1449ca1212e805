import stat
import threading
from pathlib import Path

import pytest

from service.config import NUMBERS, Config, ConfigError, from_env


def test_without_settings_everything_has_its_default() -> None:
    config = from_env({})
    assert config == Config()
    assert (config.host, config.port) == ("127.0.0.1", 8000)


def test_settings_come_from_the_environment(tmp_path: Path) -> None:
    config = from_env({"TILIK_DATA_DIR": str(tmp_path), "TILIK_PORT": "8123", "TILIK_SECURE_COOKIES": "1"})
    assert config.data_dir == tmp_path
    assert config.port == 8123
    assert config.secure_cookies
    assert config.database() == f"sqlite:///{tmp_path}/tilik.sqlite3"


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("value", ["banyak", "-1", "1.5"])
def test_a_wrong_number_names_its_setting(name: str, value: str) -> None:
    with pytest.raises(ConfigError, match=f"TILIK_{name.upper()}"):
        from_env({f"TILIK_{name.upper()}": value})


@pytest.mark.parametrize(("name", "value"), [("PORT", "65536"), ("DATABASE_URL", "postgresql://tilik@localhost/tilik")])
def test_a_setting_that_cannot_work_is_told_at_once(name: str, value: str) -> None:
    with pytest.raises(ConfigError, match=f"TILIK_{name}"):
        from_env({f"TILIK_{name}": value})


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    with pytest.raises(ConfigError, match="TILIK_DATA_DIR"):
        Config(data_dir=tmp_path / "berkas" / "data").prepare()


def test_the_secret_key_is_made_once_and_only_for_us(tmp_path: Path) -> None:
    config = Config(data_dir=tmp_path / "data")
    key = config.secret_key()
    assert len(key) == 64
    assert config.secret_key() == key
    assert stat.S_IMODE(config.secret_path.stat().st_mode) == 0o600
    assert stat.S_IMODE(config.data_dir.stat().st_mode) == 0o700


def test_processes_that_start_at_once_share_one_key(tmp_path: Path) -> None:
    config = Config(data_dir=tmp_path)
    keys: list[str] = []
    threads = [threading.Thread(target=lambda: keys.append(config.secret_key())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(keys)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_a_damaged_key_is_told(tmp_path: Path) -> None:
    config = Config(data_dir=tmp_path)
    config.secret_path.write_text("pendek")
    with pytest.raises(ConfigError, match="rusak"):
        config.secret_key()
