package cn.doublerandom.servicekit.ui;

import cn.doublerandom.pagekit.Menu;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The menu of the whole console, the same in every service (ADR 0044). */
public final class DeskMenu {
  private static final String TABLE = "desk/menu.txt";

  /** As the table says. */
  public static final Menu MENU = read();

  private DeskMenu() {}

  private static Menu read() {
    try (InputStream table = DeskMenu.class.getClassLoader().getResourceAsStream(TABLE)) {
      if (table == null) {
        throw new IllegalStateException(TABLE + " is not packed with the service kit");
      }
      return Menu.read(table);
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
  }
}
