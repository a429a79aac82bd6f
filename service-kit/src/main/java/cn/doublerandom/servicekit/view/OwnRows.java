package cn.doublerandom.servicekit.view;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.projection.ScopeColumn;
import cn.doublerandom.servicekit.identity.Asking;
import io.smallrye.mutiny.Uni;

/**
 * Whose rows are read: those of the bureau that asks, and where nobody asks those of the seed's. A
 * query that does not say so is not sent.
 */
public final class OwnRows {
  /** What every SQL query over read models says. */
  public static final String NAMED = "bureau = :bureau";

  /** Where every table of a read model says whose a row is. */
  public static final ScopeColumn COLUMN = new ScopeColumn("bureau", BureauKey.SEED.text());

  private OwnRows() {}

  /** The bureau whose rows may be read now, as they name it. */
  public static Uni<String> bureau() {
    return Asking.now().bureau().map(asking -> asking.orElse(BureauKey.SEED).text());
  }

  /** Refuses a query that would read everybody's rows. */
  static void require(String sql, String condition) {
    if (!sql.contains(condition)) {
      throw new IllegalArgumentException("reads rows of all bureaus: " + sql);
    }
  }
}
