package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.Scope;
import java.util.regex.Pattern;

/**
 * Where the tables of read models say whose a row is: a column every one of them has, which stands
 * before the id in its primary key.
 *
 * @param name of the column
 * @param home what it says of the home scope
 */
public record ScopeColumn(String name, String home) {
  private static final Pattern FORM = Pattern.compile("[a-z_]{1,30}");

  public ScopeColumn {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException("no column: " + name);
    }
  }

  /** What it says of a scope. */
  public String of(Scope scope) {
    return scope.isHome() ? home : scope.name();
  }
}
