package cn.doublerandom.embedded;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Two bureaus of one county that use the same numbers, at a service that serves both: what each of
 * them is told, and what comes of what one of them sends.
 *
 * @param server scheme, host and port
 * @param ids of both bureaus, which stand in every place of an address for an id
 */
public record TwoBureaus(URI server, String openApiPath, List<String> ids) {
  /** The bureau that began the installation. */
  public static final String HOME = "130534";

  /** Another one of the same county. */
  public static final String MARKET = "130534.scjg";

  /** The header of somebody who may do everything, in one bureau. */
  public static String bearer(String bureau) {
    return bearer(bureau, "clerk", DemoIdentity.ROLES, "法制科");
  }

  /** The header of somebody of one bureau. */
  public static String bearer(String bureau, String name, List<String> roles, String unit) {
    return TestStack.bearer(new DemoIdentity.User(name, roles, unit, List.of(bureau)));
  }

  /** The stream of an id as the other services tell of it: that of the first bureau says no key. */
  public static String stream(String bureau, String kind, String id) {
    return bureau.equals(HOME) ? kind + "-" + id : kind + "~" + bureau + "~" + id;
  }

  /** What every address answers to a bureau that reads. */
  public Map<String, String> answers(String bureau) throws IOException, InterruptedException {
    return new ReadRun(server, openApiPath, bearer(bureau), ids).answers();
  }

  /**
   * Where a bureau is told by an answer that the other one has something: the same is asked for
   * what is the other's and for what is nobody's.
   *
   * @param nobodys what nobody has, by what the other bureau alone has, of the same form
   */
  public List<String> toldApart(String bureau, Map<String, String> nobodys)
      throws IOException, InterruptedException {
    var asked = new ToldApart(server, openApiPath, bearer(bureau));
    List<String> faults = new ArrayList<>();
    if (asked.addresses() == 0) {
      faults.add("no address takes an id");
    }
    for (Map.Entry<String, String> pair : nobodys.entrySet()) {
      faults.addAll(asked.by(pair.getKey(), pair.getValue()));
    }
    return faults;
  }

  /** The addresses that answer with a mark. */
  public static List<String> with(String mark, Map<String, String> answers) {
    return answers.entrySet().stream()
        .filter(answer -> answer.getValue().contains(mark))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Sends what a bureau may think of to every address, and says what no client could live with;
   * also where its token was refused and nothing was tried.
   */
  public List<String> strange(String bureau, long seed) throws IOException, InterruptedException {
    var run = new BorderRun(server, openApiPath, bearer(bureau), ids);
    run.send(Long.getLong("border.seed", seed), Integer.getInteger("border.requests", 250));
    List<String> faults = new ArrayList<>(run.faults());
    if (run.statuses().containsKey("401")) {
      faults.add("a token of " + bureau + " was refused: " + run.statuses());
    }
    return faults;
  }
}
