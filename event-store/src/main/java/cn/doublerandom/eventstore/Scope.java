package cn.doublerandom.eventstore;

import java.util.regex.Pattern;

/**
 * One of those who share a log and never meet in it. Within a scope streams have names of two
 * parts, kind and id; in the log the names of all but the home scope have three.
 *
 * @param name as it stands in the names of streams; empty for the home scope
 */
public record Scope(String name) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:\\.[a-z0-9]+)*");
  private static final int LONGEST = 40;

  /** Whose streams are named as if there were no other. */
  public static final Scope HOME = new Scope("");

  public Scope {
    if (!name.isEmpty() && (name.length() > LONGEST || !FORM.matcher(name).matches())) {
      throw new IllegalArgumentException("no scope: " + name);
    }
  }

  public boolean isHome() {
    return name.isEmpty();
  }
}
