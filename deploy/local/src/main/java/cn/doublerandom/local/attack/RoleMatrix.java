package cn.doublerandom.local.attack;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

/**
 * Every address of the four documents, asked by nobody and by every role, for what is the office's
 * own and for what is another's. A foreign id is refused to those who may as well.
 *
 * @param isWhole else nobody and one role that may not, for the office's own
 */
record RoleMatrix(boolean isWhole) implements Wave {
  private static final String NOBODY = "";

  @Override
  public String name() {
    return "role matrix";
  }

  @Override
  public void run(Target target, Tally tally) throws IOException, InterruptedException {
    List<Operation> operations = Operation.of(target.documents());
    try (var http = new Http(target.gateway())) {
      for (Operation operation : operations) {
        List<String> callers = callers(operation);
        for (String role : callers) {
          ask(http, target, tally, operation, role, true);
        }
        if (isWhole && !operation.variables().isEmpty()) {
          for (String role : callers) {
            ask(http, target, tally, operation, role, false);
          }
        }
      }
    }
    tally.holds(
        "documents of four services", operations.size() > 150, operations.size() + " operations");
  }

  private List<String> callers(Operation operation) {
    if (isWhole) {
      return java.util.stream.Stream.concat(
              java.util.stream.Stream.of(NOBODY), Office.ROLES.stream())
          .toList();
    }
    List<String> others =
        Office.ROLES.stream().filter(r -> !operation.roles().contains(r)).toList();
    int one = Math.floorMod(operation.toString().hashCode(), others.size());
    return operation.isPublic() ? List.of(NOBODY) : List.of(NOBODY, others.get(one));
  }

  private static void ask(
      Http http, Target target, Tally tally, Operation operation, String role, boolean own)
      throws InterruptedException {
    Office office = target.office();
    String path = own ? Addresses.own(operation, office) : Addresses.foreign(operation);
    String account = role.equals("inspector") ? office.lead() : role;
    String token = role.isEmpty() ? "" : target.tokens().of(account, role, office.unit());
    Answer answer = http.patiently(request(operation, path, token));
    Expected expected = expected(operation, role);
    String who = role.isEmpty() ? "nobody" : role;
    String what = operation + (own ? "" : " of another bureau") + " by " + who;
    if (tally.judge(what, expected, answer)
        && !own
        && !operation.isPublic()
        && expected == Expected.ADMITTED
        && !operation.reads()) {
      tally.holds(what + " changes nothing there", !answer.isTaken(), answer.told());
    }
  }

  private static Expected expected(Operation operation, String role) {
    if (operation.isPublic() || operation.roles().contains(role)) {
      return Expected.ADMITTED;
    }
    return role.isEmpty() ? Expected.SIGN_IN : Expected.OTHER_ROLE;
  }

  private static Http.Request request(Operation operation, String path, String token) {
    if (operation.types().isEmpty()) {
      return new Http.Request(
          operation.method(),
          path,
          token,
          Map.of(),
          operation.reads()
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(""));
    }
    boolean json = operation.types().contains("application/json");
    return new Http.Request(
        operation.method(),
        path,
        token,
        Map.of("Content-Type", json ? "application/json" : operation.types().getFirst()),
        HttpRequest.BodyPublishers.ofString(json ? "{}" : "编号\n"));
  }
}
