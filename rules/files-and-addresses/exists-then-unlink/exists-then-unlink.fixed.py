from pathlib import Path
import pathlib as pl


def forget(path: Path):
    if path.exists():
        # ruleid: exists-then-unlink
        path.unlink(missing_ok=True)


def rotate(folder):
    def drop(name):
        old = pl.Path(folder) / name
        if old.is_file() and old.stat().st_size > 0:
            # ruleid: exists-then-unlink
            old.unlink(missing_ok=True)

    drop("a")


class Lease:
    def release(self):
        if self.marker.exists():
            self.log("released")
            # ruleid: exists-then-unlink
            self.marker.unlink(missing_ok=True)

    def all(self, names):
        for name in names:
            if name and self.paths[name].exists():
                # ruleid: exists-then-unlink
                self.paths[name].unlink(missing_ok=True)


def tolerant(path):
    if path.exists():
        # ok: exists-then-unlink
        path.unlink(missing_ok=True)


def unconditional(path):
    # ok: exists-then-unlink
    path.unlink()


def handled(path):
    try:
        if path.exists():
            # ok: exists-then-unlink
            path.unlink()
    except FileNotFoundError:
        pass


def another(marker, path):
    if marker.exists():
        # ok: exists-then-unlink
        path.unlink()
