package cn.doublerandom.eventstore.ledger;

import cn.doublerandom.eventstore.Scope;

/**
 * What scopes are called where others read of them: in the header {@link CloudEventHeaders#BUREAU}
 * of every record, and before the keys of states, {@code <scope>/<id>}.
 *
 * @param home the name of the home scope, which in the log has none; empty where nobody is told of
 *     scopes, and keys of states are ids
 */
public record ToldScopes(String home) {
  /** There is but one, and nobody is told its name. */
  public static final ToldScopes NONE = new ToldScopes("");

  /** Stands between scope and id in the key of a state. */
  static final char SEPARATOR = '/';

  /** What it is called; empty where it is not told. */
  public String of(Scope scope) {
    return scope.isHome() ? home : scope.name();
  }

  /** The key under which the latest state of an entry of a scope is told. */
  public String key(Scope scope, String id) {
    return of(scope).isEmpty() ? id : of(scope) + SEPARATOR + id;
  }
}
