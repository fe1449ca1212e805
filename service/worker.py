"""The worker: takes ids from the queue, reads each document in a process of its own, and looks for stranded ones."""

import logging
import os
import signal
import threading
from types import FrameType
from typing import Any

from rq import SimpleWorker
from rq.serializers import JSONSerializer

from service import jobs
from service.isolation import IsolatedReader
from service.processes import end_with_parent
from service.queue import READ_DOCUMENT
from service.resources import Resources, open_resources

logger = logging.getLogger(__name__)


class Worker(SimpleWorker):
    """RQ's worker without a fork of its own: what could harm it runs in the reader's child already."""

    max_connection_wait_time = 2.0  # seconds between tries while Redis is away

    def __init__(self, *args: Any, reader: IsolatedReader, **kwargs: Any) -> None:
        self.reader = reader
        super().__init__(*args, **kwargs)

    def request_stop(self, signum: int, frame: FrameType | None) -> None:
        """Give the document back at once: another worker reads it, and whoever stops the service need not wait."""
        self.reader.stop()
        super().request_stop(signum, frame)  # type: ignore[no-untyped-call]  # RQ types its API only in part

    def validate_queues(self) -> None:
        super().validate_queues()  # type: ignore[no-untyped-call]
        if any(queue.serializer is not JSONSerializer for queue in self.queues):
            raise ValueError("jobs are JSON; a pickle would run whatever it holds")

    def perform_job(self, job: Any, queue: Any, execution: Any) -> bool:
        """Only our own job by its name runs, whatever else somebody wrote into Redis."""
        if job.func_name != READ_DOCUMENT:
            logger.error("a job that is none of ours is dropped")
            job.delete()
            return False
        return bool(super().perform_job(job, queue, execution))


def run(resources: Resources, *, burst: bool = False) -> None:
    """Work until told to stop; with `burst` only until the queue is empty."""
    end_with_parent(by=signal.SIGTERM)
    config = resources.config
    reader = IsolatedReader(seconds=config.read_seconds, memory_mb=config.read_memory_mb)
    reader.start()
    jobs.start(jobs.Running(resources, reader))
    done = threading.Event()
    # A reaper of its own connections, so that a long document does not keep stranded ones waiting.
    reaper = threading.Thread(target=_reap, args=(done, config.reap_seconds, resources), name="reaper", daemon=True)
    reaper.start()
    try:
        worker = Worker(
            [resources.queue.redis_queue],
            connection=resources.queue.connection,
            serializer=JSONSerializer,
            reader=reader,
            worker_ttl=60,
            log_job_description=False,
        )
        logger.info("worker ready, pid %d", os.getpid())
        worker.work(burst=burst, with_scheduler=False, logging_level="WARNING")
    finally:
        done.set()
        reader.close()
        reaper.join(timeout=5)


def _reap(done: threading.Event, seconds: float, resources: Resources) -> None:
    own = open_resources(resources.config)
    try:
        while True:
            try:
                jobs.requeue_stranded(own)
            except Exception:  # the thread's edge: a busy database now must not end the looking
                logger.exception("could not look for stranded documents")
            if done.wait(seconds):
                return
    finally:
        own.close()
