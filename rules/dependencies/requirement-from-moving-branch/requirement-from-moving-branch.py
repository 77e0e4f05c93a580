import setuptools
from setuptools import setup
from setuptools import setup as build

setup(
    name="one",
    install_requires=[
        # ok: requirement-from-moving-branch
        "requests>=2.31",
        # ruleid: requirement-from-moving-branch
        "tool @ git+https://git.example/tool.git",
    ],
)

setuptools.setup(
    name="two",
    install_requires=[
        # ruleid: requirement-from-moving-branch
        "tool @ git+https://git.example/tool.git@main",
        # ok: requirement-from-moving-branch
        "other @ git+https://git.example/other.git@8f1452b0c1d2e3f405162738495a6b7c8d9e0f1a",
    ],
    extras_require={
        "test": [
            # ruleid: requirement-from-moving-branch
            "checker @ git+ssh://git@git.example/checker.git@v1",
            # ok: requirement-from-moving-branch
            "pytest==8.3.0",
        ]
    },
)


def main():
    build(
        # ok: requirement-from-moving-branch
        url="git+https://git.example/three.git",
        # ruleid: requirement-from-moving-branch
        setup_requires=["maker @ hg+https://hg.example/maker"],
    )
