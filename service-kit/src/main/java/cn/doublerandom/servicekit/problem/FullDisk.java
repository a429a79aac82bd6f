package cn.doublerandom.servicekit.problem;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a disk that takes no more is why something failed: that of the database, whichever driver
 * says so, or that of the files of a request, which are written before the database hears of them.
 */
final class FullDisk {
  /** {@code disk_full} of PostgreSQL. */
  private static final String SQL_STATE = "53100";

  /** ENOSPC and EDQUOT as the system names them; the JDK has no type for either. */
  private static final Pattern NO_SPACE =
      Pattern.compile("No space left on device|Disk quota exceeded|not enough space on the disk");

  /** A chain of causes may be a ring. */
  private static final int MOST_CAUSES = 20;

  private FullDisk() {}

  static boolean isBehind(Throwable failure) {
    Throwable cause = failure;
    for (int n = 0; cause != null && n < MOST_CAUSES; n++) {
      boolean full =
          switch (cause) {
            case PgException database -> SQL_STATE.equals(database.getSqlState());
            case SQLException database -> SQL_STATE.equals(database.getSQLState());
            case IOException file -> says(file.getMessage());
            default -> false;
          };
      if (full) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean says(@Nullable String message) {
    return message != null && NO_SPACE.matcher(message).find();
  }
}
