package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.DemoIdentity.User;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom the local stack offers to act as: one account a role of the office, three witnesses, and the
 * officers of the sample register, who are the ones a draw can put on a team.
 */
final class Accounts {
  private final Path tokens;
  private final DemoIdentity identity;

  /**
   * @param data directory of the stack; the tokens go to {@code tokens} in it
   */
  Accounts(Path data, DemoIdentity identity) {
    this.tokens = tokens(data);
    this.identity = identity;
  }

  /** Where the tokens of a stack are; its gateway takes them from there. */
  static Path tokens(Path data) {
    return data.resolve("tokens");
  }

  /** The officers of the sample register by number, with their units. */
  static List<User> officers(Home home) throws IOException {
    return Files.readAllLines(home.sample("inspectors.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells -> new User(cells[0], List.of("inspector"), cells[2]).named(cells[1]))
        .toList();
  }

  /** Writes a token file for each and says which account it is. */
  void offer(Home home, PrintStream out) throws IOException {
    out.println("演示账号（仅限本机演示，令牌文件在 " + tokens + "）：");
    renew(home);
    for (User user : all(home)) {
      out.printf("  %-15s %s%n", user.account(), user.unit());
    }
    out.println(
        "用法：curl -H \"Authorization: Bearer $(cat " + tokens.resolve("coordinator") + ")\" …");
  }

  /** Writes each account a token of now. */
  void renew(Home home) throws IOException {
    for (User user : all(home)) {
      PrivateFile.put(file(user.account()), identity.token(user));
    }
  }

  private static List<User> all(Home home) throws IOException {
    List<User> all = new ArrayList<>(DemoIdentity.USERS);
    // Nobody of that name is in a register, so no draw ever puts him on a team.
    all.removeIf(user -> user.account().equals("inspector"));
    all.addAll(officers(home));
    return all;
  }

  private Path file(String account) throws IOException {
    return PrivateFile.directory(tokens).resolve(account);
  }
}
