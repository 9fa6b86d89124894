"""The person's own keys: what can be moved is moved, and what cannot is told."""

from textual.binding import Binding

from salgsplan_tui.tui.own_keys import all_bindings, at_once, own_keys

BINDINGS = (
    Binding("d", "done", "done", id="activity.done"),
    Binding("m", "move", "move", id="activity.move"),
    Binding("question_mark,f1", "help", "help", id="screen.help"),
)


def test_a_key_is_moved_by_its_binding_id_and_written_as_people_write_it() -> None:
    keymap, problems = own_keys({"activity.done": "ø", "screen.help": "Ctrl+H, F2"}, BINDINGS)
    assert keymap == {"activity.done": "ø", "screen.help": "ctrl+h,f2"}
    assert problems == ()


def test_two_bindings_may_swap_keys() -> None:
    keymap, problems = own_keys({"activity.done": "m", "activity.move": "d"}, BINDINGS)
    assert keymap == {"activity.done": "m", "activity.move": "d"}
    assert problems == ()


def test_a_key_that_is_taken_is_told_and_not_moved() -> None:
    keymap, (problem,) = own_keys({"activity.done": "?"}, BINDINGS)
    assert keymap == {}
    assert (problem.key, problem.values["owner"]) == ("key_clash", "screen.help")


def test_an_unknown_id_is_told() -> None:
    _, (problem,) = own_keys({"activity.finish": "f"}, BINDINGS)
    assert (problem.key, problem.values["id"]) == ("key_unknown_id", "activity.finish")


def test_plus_and_signs_are_keys_too() -> None:
    keymap, _ = own_keys({"activity.done": "+", "activity.move": ":"}, BINDINGS)
    assert keymap == {"activity.done": "plus", "activity.move": "colon"}


def test_a_key_may_do_different_things_in_two_views_and_never_in_one() -> None:
    assert not at_once("day.one", "week.two")
    assert at_once("week.one", "week.two")
    assert at_once("day.one", "activity.done")
    assert at_once("screen.help", "activity.done")
    assert not at_once("customers.words", "view.today")
    assert not at_once("activity.done", "customers.class")
    assert at_once("customers.class", "activity.open")
    assert at_once("week.one", "hours.longer")
    assert not at_once("customers.class", "hours.longer")


def test_what_several_lists_share_is_moved_in_all_of_them() -> None:
    shared = [binding for binding in all_bindings() if binding.id == "cursor.up"]
    assert [binding.key for binding in shared] == ["up", "k"]


def test_every_binding_of_the_screens_has_an_id_and_no_two_that_are_active_at_once_share_a_key() -> None:
    bindings = all_bindings()
    assert all(binding.id for binding in bindings)
    assert own_keys({}, bindings) == ({}, ())
    for number, one in enumerate(bindings):
        for other in bindings[number + 1 :]:
            assert one.key != other.key or not at_once(str(one.id), str(other.id)), (one.id, other.id, one.key)
