"""Without a command: the screens, or the day as text where there is no terminal for them."""

from salgsplan_tui.cli.call import Call


def open_screens(call: Call) -> None:
    """Open the screens and stay until the person leaves them."""
    if not (call.console.is_terminal and call.console.stdin.isatty()) or call.options.json:
        from salgsplan_tui.cli.commands.look import show_day  # noqa: PLC0415  # only without a terminal

        show_day(call)
        return
    environment = dict(call.console.environment)
    if call.options.no_color:
        environment["NO_COLOR"] = "1"
    session = call.session
    from salgsplan_tui.tui.run import run_screens  # noqa: PLC0415  # only for the screens

    code = run_screens(session, environment=environment)
    call.tells_problems = False  # the screens have shown them
    if code < 0:  # the person wants to look at the demo first
        from salgsplan_tui.cli.commands.demo import open_demo  # noqa: PLC0415

        open_demo(call)
    else:
        call.exit_code = code
