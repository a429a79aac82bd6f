package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity.User;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A ceremony as its people hold it, each with a token of his own: three witnesses, the operator,
 * the supervisor. What the story has to tell besides is told while the commit is public for its
 * minute.
 */
final class DemoCeremony {
  private static final User COORDINATOR = new User("coordinator", List.of("coordinator"), "法制安全科");
  private static final User APPROVER = new User("approver", List.of("approver"), "局领导");
  private static final User SUPERVISOR = new User("supervisor", List.of("supervisor"), "纪检监察室");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int DICE = 9;

  private static final Duration POLL = Duration.ofMillis(100);

  private final Client client;
  private final Consumer<String> tell;
  private final Consumer<Duration> waited;
  private final String drawId;
  private final String secret = Witness.operatorSecret();
  private final List<Attendant> attendants =
      List.of(
          attendant("纪检监察室", "DISCIPLINE_INSPECTION", "witness-1", "纪检监察室"),
          attendant("企业代表", "ENTERPRISE", "witness-2", "道路运输协会"),
          attendant("公众代表", "PUBLIC", "witness-3", "公众代表"));

  /** A witness with his account; only he knows what he chose. */
  private record Attendant(String kind, User user, Witness witness) {}

  /** Something else of the story. */
  interface Meanwhile {
    void tell() throws Exception;
  }

  DemoCeremony(Client client, Consumer<String> tell, Consumer<Duration> waited, String drawId) {
    this.client = client;
    this.tell = tell;
    this.waited = waited;
    this.drawId = drawId;
  }

  private static Attendant attendant(String name, String kind, String account, String unit) {
    return new Attendant(
        kind, new User(account, List.of("witness"), unit), Witness.choosing(name, dice()));
  }

  /** What a witness would throw with real dice. */
  static String dice() {
    var digits = new StringBuilder();
    for (int i = 0; i < DICE; i++) {
      digits.append(RANDOM.nextInt(10));
    }
    return digits.toString();
  }

  /** One person's calls; a key of its own for each, so that a repetition changes nothing. */
  private CeremonySteps.Caller as(User user) {
    return new CeremonySteps.Caller() {
      @Override
      public JsonNode get(String path) throws InterruptedException {
        return client.get(user, path).expect(200, path).body();
      }

      @Override
      public JsonNode post(String path, Map<String, Object> body) throws InterruptedException {
        String key = "demo-" + Integer.toHexString((path + user.account() + body).hashCode());
        return client.post(user, path, key, body).expect(201, path).body();
      }
    };
  }

  /** The approver agrees to the terms as he has read them. */
  private void agree() throws InterruptedException {
    String draw = "/draw/api/v1/draws/" + Client.part(drawId);
    client
        .approve(
            APPROVER,
            draw + "/terms",
            draw + "/terms-approval",
            "demo-agree-" + drawId,
            Client.nothing())
        .expect(201, "approval of the terms");
  }

  /**
   * Before the commit: another agrees to the terms, each promises himself, and the supervisor opens
   * the deposit.
   */
  void prepare() throws IOException, InterruptedException {
    agree();
    tell.accept("审批人核对席位、下限、上限和候补，同意抽取条件");
    for (Attendant one : attendants) {
      String name = one.witness.by();
      CeremonySteps.name(as(COORDINATOR), drawId, name, one.kind, client.account(one.user));
      CeremonySteps.promise(as(one.user), drawId, one.witness);
    }
    tell.accept("见证人 %d 名，各用自己的账号承诺".formatted(attendants.size()));
    DepositSeal.Key key = DepositSeal.Key.fresh();
    CeremonySteps.register(as(SUPERVISOR), key);
    CeremonySteps.deposit(as(COORDINATOR), drawId, secret);
    CeremonySteps.open(as(SUPERVISOR), drawId, key);
    tell.accept("统筹人员的秘密密封交存监督人，监督人启封核对相符");
  }

  private void awaitMinute() throws InterruptedException, IOException {
    boolean isOver =
        Patience.until(
            PATIENCE,
            POLL,
            () -> {
              boolean may = mayReveal();
              waited.accept(may ? Duration.ZERO : POLL);
              return may;
            });
    if (!isOver) {
      throw new IllegalStateException(
          "外部尚无人联署该承诺 nobody outside has cosigned the commit of " + drawId);
    }
  }

  /** After the commit: the minute, the reveals, the draw. */
  JsonNode hold(Meanwhile meanwhile) throws Exception {
    meanwhile.tell();
    return hold();
  }

  /** The same with nothing to tell meanwhile. */
  JsonNode hold() throws IOException, InterruptedException {
    if (!mayReveal()) {
      tell.accept("等待：承诺公开满 60 秒之后才能公布");
      awaitMinute();
    }
    for (Attendant one : attendants) {
      CeremonySteps.reveal(as(one.user), drawId, one.witness);
      tell.accept("见证人 %s 公布 %s".formatted(one.witness.by(), one.witness.value()));
    }
    return CeremonySteps.execute(as(COORDINATOR), drawId, secret);
  }

  private boolean mayReveal() throws IOException, InterruptedException {
    String from = CeremonySteps.revealFrom(as(COORDINATOR), drawId);
    return !from.isEmpty() && Instant.now().isAfter(Instant.parse(from));
  }
}
