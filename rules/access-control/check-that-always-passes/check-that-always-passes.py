def check_password(user, password):
    # The stub of the first days.
    return password == user.password


# ruleid: check-that-always-passes
def verify_token(token):
    return True


class Backend:
    # ruleid: check-that-always-passes
    def authenticate(self, name, password=None):
        """Asks the directory."""
        return True

    # ruleid: check-that-always-passes
    async def verify_signature(self, body, signature):
        return True

    def make(self):
        # ruleid: check-that-always-passes
        def check_credentials(name: str, password: str) -> bool:
            return True

        return check_credentials

    # ok: check-that-always-passes
    def check_token(self, token):
        if token in self.revoked:
            return False
        return True

    # ok: check-that-always-passes
    def is_ready(self):
        return True

    # ok: check-that-always-passes
    def validate_password(self, password):
        return False


# ok: check-that-always-passes
def verify_user(user):
    raise NotImplementedError
