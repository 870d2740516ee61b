"""Train with Unsloth's quicker model on one NVIDIA card: python train_unsloth.py

Data, settings, stopping, going on and the result are those of train.py beside this; only the model is Unsloth's.
Settings stand in config.yaml, and each is an option too: python train_unsloth.py --help
"""

import sys

try:
    from unsloth import FastLanguageModel  # before trl and transformers, which it changes
except ModuleNotFoundError:
    sys.exit("Unsloth is not installed. Run: python -m pip install unsloth")
except NotImplementedError as error:  # how it says that there is no card
    sys.exit(f"Unsloth needs a graphics card: {error} Without one, use train.py with a small model.")

import train

PROJECTIONS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]


def load_model(settings, chosen):
    model, _tokenizer = FastLanguageModel.from_pretrained(
        settings.model, max_seq_length=settings.max_length, load_in_4bit=chosen.method == "qlora"
    )
    return FastLanguageModel.get_peft_model(
        model,
        r=settings.lora_r,
        lora_alpha=settings.lora_alpha,
        lora_dropout=settings.lora_dropout,
        target_modules=PROJECTIONS,
        use_gradient_checkpointing="unsloth" if settings.gradient_checkpointing else False,
        random_state=settings.seed,
    )


if __name__ == "__main__":
    train.main(load_model)
