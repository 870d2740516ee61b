"""The API's refusals that DRF has no exception for. `extra`, where one has it, goes beside the sentence."""

from rest_framework import exceptions, status


class NothingStored(exceptions.ParseError):
    """A 400 for many at once of which none was stored, with the problems that were found, [{"row", "message"}, …]."""

    def __init__(self, sentence, problems=(), problem_count=0):
        super().__init__(sentence)
        self.extra = {"problems": list(problems), "problem_count": problem_count}


class TooLarge(exceptions.APIException):
    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_detail = "The request is too large."


class LockedOut(exceptions.APIException):
    status_code = status.HTTP_429_TOO_MANY_REQUESTS
    default_detail = "Too many wrong passwords. Wait a quarter of an hour, then try again."


class Conflict(exceptions.APIException):
    status_code = status.HTTP_409_CONFLICT
    default_detail = "Somebody else was quicker. Load it again."


class Changed(exceptions.APIException):
    status_code = status.HTTP_412_PRECONDITION_FAILED
    default_detail = "Somebody changed this example since you read it. Read it again, then send your change."


class NoPrecondition(exceptions.APIException):
    status_code = status.HTTP_428_PRECONDITION_REQUIRED
    default_detail = "Send If-Match with the ETag that you read, so that nobody's change is overwritten."
