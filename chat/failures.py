"""Why an answer failed, broke off, or was stopped: by a key, said in the reader's language.

Only keys and values are stored with an answer, since somebody else may read it in another language.
"""

from django.utils.translation import gettext_lazy as _

REASONS = {
    # Before a model is asked
    "no_model": _(
        "No language model is set up here yet. To set one up, open Models (/models/), or set CHAT_BASE_URL and "
        "CHAT_MODEL, or HF_TOKEN, before the start."
    ),
    "no_default": _(
        "Several language models are set up here and none is the default, so none is asked by itself. Choose the "
        "default under Models (/models/), or a model for this question."
    ),
    "no_kind": _("This kind of model is not there any more. Choose another under Models."),
    "no_place": _("Too many answers are being written at this moment. Try again in a minute."),
    "no_key": _("The model needs its key. Set the variable %(name)s and start the product again."),
    "no_hub_token": _("A model on the Hub needs a token of Hugging Face, which begins with hf_. Set it in %(name)s."),
    "no_folder": _("The model’s folder is not there. Write its full path under Models."),
    "no_whole_folder": _("The model’s folder cannot be loaded. It must hold a whole model with its tokenizer."),
    "no_template": _("The model has no chat template, so it cannot hold a conversation. Take one that was tuned to."),
    "no_packages": _("A model on this computer needs more packages. Run: %(command)s"),
    "no_adapter_package": _("An adapter needs one more package. Run: %(command)s"),
    # Of its server
    "not_taken": _("The model’s server did not take the call within %(seconds)d seconds. Check that it runs."),
    "not_reached": _("The model’s server cannot be reached. Start it, or check its address under Models."),
    "moved": _(
        "The model’s server sends callers on to another address, which is not followed. Write the final address."
    ),
    "key_refused": _(
        "The model’s server does not accept the key (%(status)d). Check the variable that is named under Models."
    ),
    "not_known": _("The server knows no such model or address (404). Check both under Models."),
    "question_refused": _(
        "The model’s server refused the question (%(status)d), perhaps as too long: lower its limit of tokens."
    ),
    "busy": _("The model’s server has too many questions at once (429). Wait %(seconds)d seconds, then try again."),
    "server_failed": _("The model’s server has a fault of its own (%(status)d). Look there, or try again in a minute."),
    "fault_told": _("The model’s server has a fault of its own. Look there, or try again in a minute."),
    # Of the answer
    "silent": _("The model said nothing for %(seconds)d seconds. It may be loading or busy: try again in a minute."),
    "silent_here": _("The model said nothing for %(seconds)d seconds."),
    "too_long_at_it": _(
        "The model was at it for %(seconds)d seconds and not done, so it was stopped. Ask for less at once."
    ),
    "taken": _("The model is answering somebody else. Try again in a minute."),
    "broke_off": _("The connection to the model broke off before its answer was whole. Try again."),
    "could_not_go_on": _("The model could not go on: its question may be too long for it, or the memory too small."),
    "empty": _("The model gave an empty answer. Try again, or another model."),
    "no_answer": _(
        "What came from there is no answer of a chat model. Check the address under Models: most end in /v1."
    ),
    "thoughts_alone": _(
        "The model came to no answer within its limit. If it thinks first, switch that off, or choose another."
    ),
    # What came is kept
    "too_large": _("The answer was longer than 2 MB, and was cut there."),
    "token_limit": _("The answer reached its limit of tokens, and ends there."),
    "held_back": _("The model’s server held back the rest of this answer."),
    "stopped": _("This answer was stopped before it was whole."),
    "left": _("Nobody read on, and the model said nothing, so it was stopped. Try again."),
    "gone": _("The product was stopped while this answer was written."),
    # Of another version, and as they were stored before there were keys
    "unknown": _("This answer is not whole. Try again."),
    "told": "%(text)s",
}


def sentence(problem):
    """Return the sentence for {"reason", …values}, in the language of who reads it."""
    try:
        return str(REASONS[problem["reason"]]) % problem
    except (KeyError, TypeError, ValueError):
        return str(REASONS["unknown"])
