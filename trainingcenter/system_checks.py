"""System checks: a setting that leaves the instance open, or keeps it from working, with what to do about it."""

from django.conf import settings
from django.core.checks import Error, register

from trainingcenter import access


@register("security")
def open_to_others(app_configs, **kwargs):
    return [
        Error(sentence, hint=hint, id=f"trainingcenter.E{number:03}")
        for number, (sentence, hint) in enumerate(access.faults(), start=1)
    ]


@register("sizes")
def sizes(app_configs, **kwargs):
    return [
        Error(f"{name} is {value}.", hint=f"Set {name} to a whole number from 1{most}.", id="trainingcenter.E010")
        for name, most in (("MAX_BODY_MB", ""), ("MAX_UPLOAD_MB", ""), ("THREADS", ""), ("PORT", " to 65535"))
        if (value := getattr(settings, name)) < 1 or (most and value > 65535)
    ]


@register("sizes")
def shares(app_configs, **kwargs):
    if 0.5 <= settings.DUPLICATE_LIKENESS <= 1:
        return []
    sentence = f"DUPLICATE_LIKENESS is {settings.DUPLICATE_LIKENESS}."
    return [Error(sentence, hint="Set it to a share from 0.5 to 1, such as 0.85.", id="trainingcenter.E011")]
