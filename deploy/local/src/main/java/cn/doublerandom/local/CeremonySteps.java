package cn.doublerandom.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** What each person of a ceremony does with a token of his own; the same for demo and terminal. */
final class CeremonySteps {
  private CeremonySteps() {}

  /** Calls the draw-service with somebody's token; fails where it refuses. */
  interface Caller {
    JsonNode get(String path) throws IOException, InterruptedException;

    JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException;
  }

  private static String draw(String drawId, String step) {
    return "/draw/api/v1/draws/" + Client.part(drawId) + "/" + step;
  }

  /** The coordinator names a witness. */
  static void name(Caller coordinator, String drawId, String name, String kind, String account)
      throws IOException, InterruptedException {
    coordinator.post(
        draw(drawId, "witnesses"), Map.of("name", name, "kind", kind, "account", account));
  }

  /** The witness promises, before the commit. */
  static void promise(Caller witness, String drawId, Witness own)
      throws IOException, InterruptedException {
    witness.post(draw(drawId, "promises"), own.promise());
  }

  /** The witness reveals, a minute after the commit was seen. */
  static void reveal(Caller witness, String drawId, Witness own)
      throws IOException, InterruptedException {
    witness.post(draw(drawId, "contributions"), own.contribution());
  }

  /** The supervisor makes himself known. */
  static void register(Caller supervisor, DepositSeal.Key key)
      throws IOException, InterruptedException {
    supervisor.post("/draw/api/v1/supervisor-keys", Map.of("publicKey", key.publicHalf()));
  }

  /** The operator lays the secret down, sealed to the newest key. */
  static void deposit(Caller operator, String drawId, String secret)
      throws IOException, InterruptedException {
    deposit(operator, drawId, secret, newestKey(operator));
  }

  /** Whom a secret is sealed to. */
  static String newestKey(Caller operator) throws IOException, InterruptedException {
    JsonNode keys = operator.get("/draw/api/v1/supervisor-keys");
    if (keys.isEmpty()) {
      throw new IOException(
          "还没有监督人登记公钥，请运行 ./suite witness key  no supervisor has registered a key; ./suite witness key does");
    }
    return keys.get(keys.size() - 1).path("publicKey").asText();
  }

  /** The same, sealed to a key. */
  static void deposit(Caller operator, String drawId, String secret, String key)
      throws IOException, InterruptedException {
    String receipt = Witness.operatorSecret();
    operator.post(
        draw(drawId, "deposit"),
        Map.of(
            "operatorCommitment", Witness.operatorCommitment(secret),
            "sealed", DepositSeal.seal(drawId, key, secret, receipt),
            "key", key,
            "receiptHash", DepositSeal.receiptHash(receipt)));
  }

  /** The supervisor opens the deposit on his own side and says what he found; the secret. */
  static String open(Caller supervisor, String drawId, DepositSeal.Key key)
      throws IOException, InterruptedException {
    JsonNode laid = supervisor.get(draw(drawId, "deposit"));
    String commitment = laid.path("operatorCommitment").asText();
    DepositSeal.Opened opened =
        DepositSeal.open(drawId, commitment, key, laid.path("sealed").asText());
    supervisor.post(
        draw(drawId, "deposit-confirmation"),
        Map.of(
            "openedCommitment",
            Witness.operatorCommitment(opened.secret()),
            "receipt",
            opened.receipt()));
    return opened.secret();
  }

  /** Operator or supervisor completes the draw. */
  static JsonNode execute(Caller either, String drawId, String secret)
      throws IOException, InterruptedException {
    return either.post(draw(drawId, "execution"), Map.of("operatorSecret", secret));
  }

  /** Whether the office has this promise of a witness. */
  static boolean hasPromised(Caller anybody, String drawId, Witness own)
      throws IOException, InterruptedException {
    for (JsonNode witness : anybody.get(draw(drawId, "ceremony")).path("witnesses")) {
      if (witness.path("name").asText().equals(own.by())
          && witness.path("commitment").asText().equals(own.promise().get("commitment"))) {
        return true;
      }
    }
    return false;
  }

  /** Whether what lies with the supervisor is this secret. */
  static boolean isDeposited(Caller anybody, String drawId, String secret)
      throws IOException, InterruptedException {
    return anybody
        .get(draw(drawId, "ceremony"))
        .path("operatorCommitment")
        .asText()
        .equals(Witness.operatorCommitment(secret));
  }

  /** Real time from which it may be revealed; empty until somebody outside has seen the commit. */
  static String revealFrom(Caller anybody, String drawId) throws IOException, InterruptedException {
    return anybody.get(draw(drawId, "ceremony")).path("revealFrom").asText();
  }
}
