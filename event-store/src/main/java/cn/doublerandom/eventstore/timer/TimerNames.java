package cn.doublerandom.eventstore.timer;

import static cn.doublerandom.eventstore.decider.StreamKind.SEPARATOR;

import cn.doublerandom.eventstore.Scope;

/**
 * Names of timers as they are stored, {@code <process>/<scope>~<timer>}, of the home scope without
 * it: two scopes may set a timer of the same name, and neither moves or takes back the other's.
 */
record TimerNames(String process, Scope scope) {
  String stored(String timer) {
    return prefix() + timer;
  }

  /** The name the rules gave it. */
  String timer(String stored) {
    if (!stored.startsWith(prefix())) {
      throw new IllegalStateException(stored + " is no timer of " + prefix());
    }
    return stored.substring(prefix().length());
  }

  private String prefix() {
    return process + "/" + (scope.isHome() ? "" : scope.name() + SEPARATOR);
  }
}
