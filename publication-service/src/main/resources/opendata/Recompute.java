// Computes the figures of the portal from the open data alone, with nothing but a JDK (17 or later):
//   java Recompute.java https://the.portal.example 2023 [bureau]     (CC BY 4.0)
import java.net.URI;
import java.net.http.*;
import java.util.*;
import java.util.function.Predicate;
import java.util.regex.*;
import java.util.stream.*;

public class Recompute {
  static final String FIRM = "ENTERPRISE";
  // A member of a line: its name, then a text, a whole number or a truth; lists of codes are passed over.
  static final Pattern MEMBER = Pattern.compile("\"(\\w+)\":(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(-?\\d+|true|false))");
  static List<Map<String, String>> rows(String[] args, String table) throws Exception {
    String place = args[0] + "/publication/api/v1/open-data/" + args[1] + "/" + table + ".ndjson";
    var request = HttpRequest.newBuilder(URI.create(place + (args.length > 2 ? "?bureau=" + args[2] : ""))).build();
    var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
    if (answer.statusCode() != 200) throw new IllegalStateException(place + " answers " + answer.statusCode());
    return answer.body().map(line -> MEMBER.matcher(line).results().collect(Collectors.toMap(
        m -> m.group(1), m -> m.group(2) != null ? m.group(2) : m.group(3)))).toList();
  }
  static long count(List<Map<String, String>> rows, Predicate<Map<String, String>> which) { return rows.stream().filter(which).count(); }
  static long sum(List<Map<String, String>> register, String what, String kind) {
    return register.stream().filter(r -> r.get("what").equals(what) && r.get("kind").equals(kind))
        .mapToLong(r -> Long.parseLong(r.get("number"))).sum();
  }
  static long inspected(List<Map<String, String>> results, List<Map<String, String>> owed, String flag, String adds, String kind) {
    return results.stream().filter(r -> r.get(flag).equals("true") && kind.equals(r.get("kind")))
        .map(r -> r.get("subjectId")).distinct().count() + count(owed, r -> kind.equals(r.get(adds)));
  }
  static String percent(long part, long whole) { // half up, but 100 % only of all and 0 % only of nothing
    long round = whole == 0 ? 0 : (part * 20_000 + whole) / (2 * whole), said = part < whole ? Math.max(part > 0 ? 1 : 0, Math.min(round, 9_999)) : round;
    return whole == 0 ? "—" : "%d.%02d%%".formatted(said / 100, said % 100);
  }
  static String ids(List<Map<String, String>> owed, Predicate<Map<String, String>> which) {
    return owed.stream().filter(r -> r.get("overdue").equals("true")).filter(which).map(r -> r.get("id")).sorted().toList().toString();
  }
  public static void main(String[] args) throws Exception {
    var all = rows(args, "results"); // what was withdrawn counts as inspected, and in no rate
    var results = all.stream().filter(r -> r.get("withdrawnOn") == null).toList();
    List<Map<String, String>> owed = rows(args, "outstanding"), register = rows(args, "register");
    var ofYear = owed.stream().filter(r -> r.get("year").equals(args[1])).toList();
    Map<String, Object> figures = new LinkedHashMap<>();
    for (String kind : Stream.concat(Stream.of(FIRM), register.stream().map(r -> r.get("kind"))).collect(Collectors.toCollection(TreeSet::new))) {
      figures.put("registered " + kind, sum(register, "TURN", kind));
      figures.put("inspected " + kind, inspected(all, owed, "counts", "adds", kind));
    }
    figures.put("coverage", percent(inspected(all, owed, "counts", "adds", FIRM), sum(register, "TURN", FIRM)));
    figures.put("registeredBefore", sum(register, "TURN", FIRM) - sum(register, "ADDED", FIRM) + sum(register, "REMOVED", FIRM));
    figures.put("inspectedBefore", inspected(all, owed, "countedAtEnd", "addsAtEnd", FIRM));
    long recorded = results.size() + count(ofYear, r -> "true".equals(r.get("recorded"))),
        unrecorded = count(ofYear, r -> "false".equals(r.get("recorded"))), notHeld = count(ofYear, r -> r.get("what").equals("VISIT"));
    figures.putAll(Map.of("recorded", recorded, "unrecorded", unrecorded, "notHeld", notHeld, "published", (long) results.size(),
        "publishedOnTime", count(results, r -> r.get("onTime").equals("true")), "withdrawn", (long) all.size() - results.size()));
    figures.put("publication", percent(results.size(), recorded + unrecorded + notHeld));
    for (String what : List.of("RESULT", "VISIT", "TASK")) figures.put("overdue " + what, ids(owed, r -> r.get("what").equals(what)));
    figures.put("overdueUnrecorded", ids(owed, r -> "false".equals(r.get("recorded"))));
    figures.forEach((name, value) -> System.out.println(name + "=" + value));
  }
}
