package cn.doublerandom.servicekit.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom the pages of all services let in. Who may not open one reads the words of a link to it
 * without the link: a refusal is no answer to a press that was offered.
 */
final class Doors {
  private static final String TABLE = "desk/doors.txt";

  /** As the table says. */
  static final Doors DOORS = packed();

  private static final Pattern LINK =
      Pattern.compile(
          "<a(?=\\s)[^>]*?\\shref=\"(/[a-z]+/ui/[^\"?#]*)[^\"]*\"[^>]*>(.*?)</a>", Pattern.DOTALL);

  private final List<Door> doors;

  /**
   * One page.
   *
   * @param places segments of its address that may be any
   * @param roles none where it is for everybody
   */
  private record Door(Pattern address, long places, Set<String> roles) {}

  private Doors(List<Door> doors) {
    this.doors = doors;
  }

  /** Of lines {@code address | roles}; what begins with a hash says nothing. */
  static Doors read(List<String> lines) {
    return new Doors(
        lines.stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Doors::door)
            .sorted(Comparator.comparingLong(Door::places))
            .toList());
  }

  private static Door door(String line) {
    String[] parts = line.split("\\|", -1);
    String address = parts[0].strip();
    return new Door(
        Pattern.compile(address.replace(".", "\\.").replaceAll("\\{[^}]*}", "[^/]+")),
        address.chars().filter(c -> c == '{').count(),
        new TreeSet<>(
            Arrays.stream(parts[1].strip().split(" ", -1))
                .filter(role -> !role.isEmpty())
                .toList()));
  }

  /** The page with the links alone that lead somewhere for these roles. */
  String shown(String html, Set<String> roles) {
    return LINK.matcher(html)
        .replaceAll(link ->
            isOpen(link.group(1), roles)
                ? Matcher.quoteReplacement(link.group())
                : Matcher.quoteReplacement("<span>" + link.group(2) + "</span>"));
  }

  /** An address nobody knows is for whom it says itself. */
  private boolean isOpen(String address, Set<String> roles) {
    return doors.stream()
        .filter(door -> door.address().matcher(address).matches())
        .findFirst()
        .map(door -> door.roles().isEmpty() || door.roles().stream().anyMatch(roles::contains))
        .orElse(true);
  }

  private static Doors packed() {
    try (InputStream table = Doors.class.getClassLoader().getResourceAsStream(TABLE)) {
      if (table == null) {
        throw new IllegalStateException(TABLE + " is not packed with the service kit");
      }
      return read(
          new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
              .lines()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
  }
}
