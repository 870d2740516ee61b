"""Finds plug-ins: every module of a package that holds an object under an agreed name."""

import importlib
import pkgutil


def discover(package, attribute):
    """Return {object.name: object} for each module of the package that has the attribute, sorted by name.

    Modules whose name starts with an underscore are shared parts of their siblings and no plug-ins.
    A module without the attribute, or a name taken twice, is a mistake of ours: LookupError.
    """
    found = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        plugin = getattr(module, attribute, None)
        if plugin is None:
            raise LookupError(f"{module.__name__} has no “{attribute}”.")
        if plugin.name in found:
            raise LookupError(f"Two modules of {package.__name__} are named “{plugin.name}”.")
        found[plugin.name] = plugin
    return found
