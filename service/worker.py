"""The worker: takes ids from the queue, reads each document in a process of its own, and looks for stranded ones."""

import logging
import os
import signal
import threading
from types import FrameType
from typing import Any

import redis
from rq import SimpleWorker
from rq.exceptions import StopRequested
from rq.serializers import JSONSerializer

from service import jobs
from service.isolation import IsolatedReader
from service.processes import end_with_parent
from service.queue import READ_DOCUMENT
from service.resources import Resources, open_resources

logger = logging.getLogger(__name__)


REDIS_PAUSE_SECONDS = 1.0


class Worker(SimpleWorker):
    """RQ's worker without a fork of its own: what could harm it runs in the reader's child already."""

    max_connection_wait_time = 2.0  # seconds between tries while Redis is away
    told_to_stop = False

    def __init__(self, *args: Any, reader: IsolatedReader, **kwargs: Any) -> None:
        self.reader = reader
        super().__init__(*args, **kwargs)

    def request_stop(self, signum: int, frame: FrameType | None) -> None:
        """Give the document back at once: another worker reads it, and whoever stops the service need not wait."""
        self.told_to_stop = True
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
    done = threading.Event()
    # A reaper of its own connections, so that a long document does not keep stranded ones waiting.
    reaper = threading.Thread(target=_reap, args=(done, config.reap_seconds, resources), name="reaper", daemon=True)
    signal.signal(signal.SIGTERM, _leave)  # until RQ listens: the reader is closed, instead of loading on without us
    try:
        reader.start()
        jobs.start(jobs.Running(resources, reader))
        reaper.start()
        logger.info("worker ready, pid %d", os.getpid())
        while _work(resources, reader, burst=burst):
            # RQ gives up where Redis goes away in a job. The pipeline, which takes long to load, is kept for the next try.
            done.wait(REDIS_PAUSE_SECONDS)
    except StopRequested:
        logger.info("told to stop while Redis was away")
    finally:
        done.set()
        reader.close()
        if reaper.is_alive():
            reaper.join(timeout=5)


def _work(resources: Resources, reader: IsolatedReader, *, burst: bool) -> bool:
    """Work until told to stop, or until Redis fails us; whether to try again."""
    worker = None
    try:
        worker = Worker(
            [resources.queue.redis_queue],
            connection=resources.queue.connection,
            serializer=JSONSerializer,
            reader=reader,
            worker_ttl=60,
            log_job_description=False,
        )
        worker.work(burst=burst, with_scheduler=False, logging_level="WARNING")
    except (redis.RedisError, OSError) as error:
        logger.warning("queue does not answer: %s", type(error).__name__)
    return not (burst or (worker is not None and worker.told_to_stop))


def _leave(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


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
