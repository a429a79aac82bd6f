package cn.doublerandom.eventstore.person;

/**
 * Whose key it is. Kinds have namespaces of their own, so that no number of one kind is the name of
 * another's key.
 *
 * @param kind what the register calls such a person, for example {@code inspector}; no slash
 * @param id the register's number
 * @param former under which name the key was kept before there were namespaces; it still opens what
 *     was sealed then
 */
public record Person(String kind, String id, String former) {
  public Person {
    if (kind.isEmpty() || kind.indexOf('/') >= 0 || id.isEmpty()) {
      throw new IllegalArgumentException("expected a kind without a slash and a number: " + kind);
    }
  }

  /** The name of the key. */
  public String name() {
    return kind + "/" + id;
  }
}
