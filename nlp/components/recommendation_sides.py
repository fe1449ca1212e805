"""Whose side a proposing sentence speaks for: home's, the host's, or another story's."""

from nlp.components.institutions import find_institutions
from nlp.components.recommendation_words import PROPOSES


def speaks_for_others(sentence: str, region: str | None, host_region: str | None) -> bool:
    """The proposing sentence's subject is a government or a unit that is not home's: the host's, or another story's."""
    verb = PROPOSES.search(sentence)
    subject = sentence[: verb.start()] if verb else sentence[:60]
    host, home = (name.split(" ", 1)[-1] if name else "" for name in (host_region, region))
    if host and verb and host in subject and not (home and home in subject) and host not in home:
        return True
    first = next(iter(find_institutions(sentence, context_region=region)), None)
    return bool(first and first.start <= 3 and first.region and region and first.region != region)


def is_about_host(sentence: str, region: str | None, host_region: str | None) -> bool:
    """The sentence names the host's region and not that of home."""
    regions = {mention.region for mention in find_institutions(sentence, context_region=region) if mention.region}
    if host_region is None:
        return False
    short = host_region.split(" ", 1)[-1]
    names_host = host_region in regions or short in sentence
    home = region.split(" ", 1)[-1] if region else ""
    return names_host and not (home and home in sentence)
