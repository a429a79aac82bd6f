package cn.doublerandom.local.attack;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What must stay hidden: every address is read by nobody and by those who see most, and none of the
 * words that must not leave is in an answer.
 */
final class Silence implements Wave {
  private static final List<String> READERS = List.of("", "witness", "platform", "auditor");

  @Override
  public String name() {
    return "silence";
  }

  @Override
  public void run(Target target, Tally tally) throws IOException, InterruptedException {
    Office office = target.office();
    tally.holds("there is something to hide", !office.hidden().isEmpty(), "nothing is hidden");
    try (var http = new Http(target.gateway())) {
      for (Operation operation : Operation.of(target.documents())) {
        if (operation.reads()) {
          for (String role : READERS) {
            read(http, target, tally, operation, role);
          }
        }
      }
    }
  }

  private static void read(Http http, Target target, Tally tally, Operation operation, String role)
      throws InterruptedException {
    if (!operation.isPublic() && !operation.roles().contains(role)) {
      return;
    }
    Office office = target.office();
    String token = role.isEmpty() ? "" : target.tokens().of(role, role, office.unit());
    String path = Addresses.own(operation, office);
    for (String address : List.of(path, sealed(path, office))) {
      Answer answer = http.patiently(Http.Request.get(address, token));
      String what = address + " by " + (role.isEmpty() ? "nobody" : role);
      if (tally.judge(what, Expected.ADMITTED, answer)) {
        for (Map.Entry<String, String> word : office.hidden().entrySet()) {
          boolean isPersonal = word.getKey().startsWith("the name");
          if (!isPersonal || operation.isPublic()) {
            tally.holds(
                what + " does not tell " + word.getKey(),
                !answer.body().contains(word.getValue()),
                answer.told());
          }
        }
      }
    }
  }

  /** The same address, of the draw that is still sealed. */
  private static String sealed(String path, Office office) {
    String open = office.objects().getOrDefault("drawId", "");
    String still = office.objects().getOrDefault("sealedDrawId", open);
    return open.isEmpty() ? path : path.replace(open, still);
  }
}
