import flask


def delete(request, item):
    # ruleid: assert-as-access-check
    if not request.user.is_staff:
        raise PermissionError
    item.delete()


class Api:
    def drop(self, user, table):
        # ruleid: assert-as-access-check
        if not user.has_perm("db.drop"):
            raise PermissionError
        table.drop()

    def nested(self, user):
        def change():
            # ruleid: assert-as-access-check
            if not self.policy.may_change(user):
                raise PermissionError
            user.save()

        change()


def current():
    # ruleid: assert-as-access-check
    if not flask.g.user.is_authenticated:
        raise PermissionError
    return flask.g.user


def tested(request, item):
    # ok: assert-as-access-check
    if not request.user.is_staff:
        raise PermissionError
    item.delete()


def invariant(items):
    # ok: assert-as-access-check
    assert items, "no items"


def type_of(user):
    # ok: assert-as-access-check
    assert user is not None
    # ok: assert-as-access-check
    assert isinstance(user.is_staff, bool)


def other_name(user):
    # ok: assert-as-access-check
    assert user.is_admin_page_shown
