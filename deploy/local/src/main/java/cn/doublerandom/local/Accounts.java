package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.DemoIdentity.User;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom the local stack offers to act as: one account a role of the office, three witnesses, and the
 * officers of the sample register, who are the ones a draw can put on a team.
 */
final class Accounts {
  /** Before the accounts of who practises. */
  static final String PRACTISES = "practice-";

  private static final List<User> PRACTISING =
      List.of(
          practising("coordinator", "coordinator", "法制安全科", "练习统筹员"),
          practising("registrar", "registrar", "法制安全科", "练习名录员"),
          practising("approver", "approver", "分管领导", "练习局长"),
          // Who agreed to the terms voids no draw that is made: that takes two others.
          practising("approver-2", "approver", "主要领导", "练习局长二"),
          practising("approver-3", "approver", "分管领导", "练习局长三"),
          practising("lead", "unit-lead", DemoDesk.BRIGADE, "练习大队长"),
          practising("reviewer", "legal-reviewer", "法制安全科", "练习审核员"),
          practising("publisher", "publisher", DemoDesk.BRIGADE, "练习公示员"),
          practising("supervisor", "supervisor", "纪检监察室", "练习监察员"),
          practising("supervisor-2", "supervisor", "派驻纪检监察组", "练习监察员二"),
          practising("witness-1", "witness", "纪检监察室", "练习见证人一"),
          practising("witness-2", "witness", "道路运输协会", "练习见证人二"),
          practising("witness-3", "witness", "公众代表", "练习见证人三"));

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
  static List<User> officers(Path register) throws IOException {
    return Files.readAllLines(register).stream()
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

  /** Who practises: one account a role, and the officers of the practice bureau. */
  private static List<User> practising(Home home) throws IOException {
    return Stream.concat(
            PRACTISING.stream(),
            officers(home.sample(DemoPractice.PLACE + "/inspectors.csv")).stream())
        .map(user ->
            new User(
                user.account(),
                user.roles(),
                user.unit(),
                List.of(DemoPractice.BUREAU),
                user.name()))
        .toList();
  }

  private static User practising(String account, String role, String unit, String name) {
    return new User(PRACTISES + account, List.of(role), unit).named(name);
  }

  /** What all of them are called. */
  static List<String> names(Home home) throws IOException {
    return all(home).stream().map(User::account).toList();
  }

  private static List<User> all(Home home) throws IOException {
    List<User> all = new ArrayList<>(DemoIdentity.USERS);
    // Nobody of that name is in a register, so no draw ever puts him on a team.
    all.removeIf(user -> user.account().equals("inspector"));
    all.addAll(officers(home.sample("inspectors.csv")));
    all.addAll(practising(home));
    return all;
  }

  private Path file(String account) throws IOException {
    return PrivateFile.directory(tokens).resolve(account);
  }
}
