package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.signin.SignIn;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.DeskMenu;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * One entry as a row shows it.
 *
 * @param at in Shanghai, to the second
 * @param role in words; empty where none was chosen
 */
public record SignInLine(SignIn told, String at, String role) {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessClock.SHANGHAI);

  static SignInLine of(SignIn told, boolean english) {
    List<String> words =
        told.role().isEmpty() ? List.of() : DeskMenu.MENU.words(List.of(told.role()), english);
    return new SignInLine(
        told, SECOND.format(told.at()), words.isEmpty() ? told.role() : words.getFirst());
  }

  /** How its badge looks. */
  public String look() {
    return switch (told.what()) {
      case SIGNED_IN -> "ok";
      case SIGNED_OUT, SWITCHED -> "quiet";
      case REFUSED -> "warn";
    };
  }
}
