package cn.doublerandom.registry.intake;

/**
 * What the undo of a table comes to.
 *
 * @param voided entries the table had made: subjects become 待核准, items are listed no more
 * @param givenBack entries that are again what they were before
 * @param unchanged entries on which nothing of the table stands any more
 * @param refused entries that were changed since and are left as they are
 */
public record UndoCounts(int voided, int givenBack, int unchanged, int refused) {
  public static final UndoCounts NONE = new UndoCounts(0, 0, 0, 0);

  /** Entries that change. */
  public int changing() {
    return voided + givenBack;
  }

  /** All entries the table had changed. */
  public int all() {
    return voided + givenBack + unchanged + refused;
  }

  /** Those of both. */
  public UndoCounts and(UndoCounts other) {
    return new UndoCounts(
        voided + other.voided,
        givenBack + other.givenBack,
        unchanged + other.unchanged,
        refused + other.refused);
  }
}
