package cn.doublerandom.local;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A draw as it stands, as far as {@link Agreement} compares it. */
final class DrawStanding {
  final Map<String, Set<String>> teams = new TreeMap<>();
  Map<String, Set<String>> sealed = Map.of();
  boolean voided;

  /** Drawn without a team; ledgers of old have no visits of them. */
  final Set<String> nobodys = new TreeSet<>();

  Set<String> sealedNobodys = Set.of();
  String teamsOf = "";

  /** Alternates, and for whom of the drawn they came in. */
  private final Map<String, String> places = new TreeMap<>();

  void open(Map<String, Set<String>> found, Set<String> unfound) {
    teams.putAll(found);
    nobodys.addAll(unfound);
  }

  /** Whether it was made and everybody may see whom it drew. */
  boolean isOpen() {
    return !teams.isEmpty() || !nobodys.isEmpty();
  }

  void replaced(String subject, String alternate, Set<String> team) {
    teams.remove(subject);
    teams.put(alternate, team);
    places.put(alternate, places.getOrDefault(subject, subject));
  }

  void undone(String alternate) {
    teams.remove(alternate);
    places.remove(alternate);
  }

  /** Whose visits of it are for a drawn subject: its own and those of alternates. */
  Stream<String> visitedFor(String drawn) {
    return Stream.concat(Stream.of(drawn), places.keySet().stream())
        .filter(one -> places.getOrDefault(one, one).equals(drawn));
  }
}
