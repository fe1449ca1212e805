"""The RQ queue, on the embedded Redis unless another is named; jobs by dotted name, arguments ids only."""

import hashlib
import logging
import os
import secrets
import tempfile
from pathlib import Path

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry
from rq import Queue as RedisQueue
from rq.serializers import JSONSerializer

from service.config import Config

QUEUE_NAME = "documents"
READ_DOCUMENT = "service.jobs.read_document"
SOCKET_PATH_BYTES = 100  # the kernel takes 107; redis-server puts nothing behind it

logger = logging.getLogger(__name__)


class Queue:
    """Wakes workers. What it forgets, the database knows: a lost job is queued again by `service.jobs.requeue_stranded`."""

    def __init__(self, connection: redis.Redis, *, job_seconds: int) -> None:
        self.connection = connection
        self.redis_queue = RedisQueue(QUEUE_NAME, connection=connection, serializer=JSONSerializer)
        self._job_seconds = job_seconds

    def enqueue(self, function: str, document_id: int) -> bool:
        """Queue one call; False when Redis does not answer (the document then waits for the next look for stranded ones)."""
        try:
            self.redis_queue.enqueue_call(
                function,
                args=(document_id,),
                job_id=f"{document_id}-{secrets.token_hex(6)}",  # unique: RQ still holds the job of a killed worker
                timeout=self._job_seconds,
                result_ttl=0,
                failure_ttl=3600,
            )
        except (redis.RedisError, OSError) as error:
            logger.warning("queue does not answer, document %d waits: %s", document_id, type(error).__name__)
            return False
        return True

    def known(self) -> set[int]:
        """Ids of the documents that wait in Redis; raises `redis.RedisError` when it does not answer."""
        # Not those RQ counts as started: a killed worker's job stands there for many minutes.
        ids = self.redis_queue.get_job_ids()
        return {int(head) for head, _, _ in (job_id.partition("-") for job_id in ids) if head.isdecimal()}

    def waiting(self) -> int | None:
        """How many jobs wait; None when Redis does not answer."""
        try:
            return len(self.redis_queue)
        except (redis.RedisError, OSError):
            return None

    def close(self) -> None:
        self.connection.close()


def open_queue(config: Config) -> Queue:
    """The queue of this configuration. Nothing is sent yet, so that pages open while Redis is down."""
    # One try more heals a connection that has gone stale. redis-py's own ten would let an upload wait for four seconds.
    retry = Retry(NoBackoff(), 1)
    if config.redis_url:
        connection = redis.Redis.from_url(config.redis_url, socket_connect_timeout=2, socket_timeout=5, retry=retry)
    else:
        path = str(socket_path(config.data_dir))
        connection = redis.Redis(unix_socket_path=path, socket_connect_timeout=2, socket_timeout=5, retry=retry)
    return Queue(connection, job_seconds=config.read_seconds + 60)


def socket_path(data_dir: Path) -> Path:
    """Where the embedded Redis listens: in the data folder, or, as the kernel allows 107 bytes, in a short private folder."""
    inside = data_dir / "redis" / "redis.sock"
    if len(os.fsencode(inside)) <= SOCKET_PATH_BYTES:
        return inside
    digest = hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:16]
    base = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
    if len(os.fsencode(base)) > 50:
        base = Path("/tmp")  # noqa: S108 - the folder in it is ours alone, mode 0700, checked by private_folder()
    return base / f"tilik-{os.getuid()}-{digest}" / "redis.sock"


def private_folder(path: Path) -> Path:
    """Make a folder that only this user may enter; raises `PermissionError` when another user's folder stands there."""
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    found = path.lstat()
    if found.st_uid != os.getuid() or path.is_symlink():
        raise PermissionError(f"{path} bukan milik pengguna ini")
    path.chmod(0o700)
    return path
