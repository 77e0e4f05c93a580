import torch
import torch as t
from torch import load as load_model


def weights(path):
    # ruleid: torch-load-any-object
    return torch.load(path, weights_only=True)


def on_cpu(path):
    # ruleid: torch-load-any-object
    return t.load(path, map_location="cpu", weights_only=True)


class Trainer:
    def resume(self, path):
        # ruleid: torch-load-any-object
        state = load_model(path, weights_only=True, map_location=self.device)

        def best():
            return torch.load(
                self.best,
                # ruleid: torch-load-any-object
                weights_only=True,
            )

        return state, best


def only_weights(path):
    # ok: torch-load-any-object
    return torch.load(path, weights_only=True)


def default(path):
    # ok: torch-load-any-object
    return torch.load(path, map_location="cpu")


def decided_elsewhere(path, trusted):
    # ok: torch-load-any-object
    return torch.load(path, weights_only=not trusted)


def other(library, path):
    # ok: torch-load-any-object
    return library.load(path, weights_only=False)
