package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.DepartureRejection;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.signing.KeyUse;
import cn.doublerandom.inspection.signing.Signer;
import cn.doublerandom.inspection.signing.SignerCommand;
import cn.doublerandom.inspection.signing.SignerDirectory;
import cn.doublerandom.inspection.signing.SignerEvent;
import cn.doublerandom.inspection.signing.SignerLine;
import cn.doublerandom.inspection.signing.SigningKey;
import cn.doublerandom.inspection.visit.KnownOfficer;
import cn.doublerandom.inspection.visit.OfficerDirectory;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 签名密钥: the key each account signs with, enrolled by who holds it (ADR 60). */
@ApplicationScoped
public class SigningKeys {
  private final CommandHandler<SignerCommand, SignerEvent, Signer> signers;
  private final SignerDirectory directory;
  private final OfficerDirectory officers;

  @Inject
  SigningKeys(
      CommandHandler<SignerCommand, SignerEvent, Signer> signers,
      SignerDirectory directory,
      OfficerDirectory officers) {
    this.signers = signers;
    this.directory = directory;
    this.officers = officers;
  }

  /**
   * An account that enrolled a key.
   *
   * @param unit of the officer whose account it is; absent where the register knows none
   * @param keyId of the key that signs now; absent where none does
   * @param lastUsedOn business day on which it last signed a record; absent where it never did
   * @param revoked ids of the keys that sign no more, ascending
   */
  public record ListedKey(
      String account,
      @Nullable String unit,
      @Nullable String keyId,
      @Nullable LocalDate lastUsedOn,
      List<String> revoked) {}

  /**
   * How an account signs, with the version of its stream.
   *
   * @param lastUsedOn business day on which its key last signed a record; absent where it never did
   */
  public record Standing(Signer signer, long version, @Nullable LocalDate lastUsedOn) {}

  /** All accounts that enrolled a key, by account. */
  public Uni<List<ListedKey>> list(String after, int limit) {
    return Uni.createFrom()
        .completionStage(() -> directory.page(after, limit))
        .flatMap(lines ->
            officers(lines.stream().map(SignerLine::account).toList())
                .flatMap(known ->
                    uses(lines.stream().flatMap(line -> Stream.ofNullable(line.keyId())).toList())
                        .map(uses ->
                            lines.stream().map(line -> listed(line, known, uses)).toList())));
  }

  /** When keys last signed, by key. */
  private Uni<Map<String, LocalDate>> uses(List<String> keys) {
    return Uni.createFrom()
        .completionStage(() -> directory.uses(keys))
        .map(uses -> uses.stream().collect(Collectors.toMap(KeyUse::keyId, KeyUse::lastOn)));
  }

  /** Officers are numbered in capitals, streams named in small letters. */
  private Uni<List<KnownOfficer>> officers(List<String> accounts) {
    List<String> ids =
        accounts.stream()
            .flatMap(account -> Stream.of(account, account.toUpperCase(Locale.ROOT)))
            .distinct()
            .toList();
    return Uni.createFrom().completionStage(() -> officers.among(ids));
  }

  private static ListedKey listed(
      SignerLine line, List<KnownOfficer> known, Map<String, LocalDate> uses) {
    String unit =
        known.stream()
            .filter(officer -> SecondPerson.isSame(officer.id(), line.account()))
            .flatMap(officer -> Stream.ofNullable(officer.unit()))
            .findFirst()
            .orElse(null);
    String keyId = line.keyId();
    return new ListedKey(
        line.account(), unit, keyId, keyId == null ? null : uses.get(keyId), line.revoked());
  }

  /** The stream of an account, however it is spelt. */
  public static String stream(String account) {
    return VisitStreams.SIGNER.of(
        Normalizer.normalize(account.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
  }

  /** How an account signs. */
  public Uni<CommandHandler.Loaded<Signer>> of(String account) {
    return signers.load(stream(account));
  }

  /** The same with the day of the latest signature. */
  public Uni<Standing> standing(String account) {
    return of(account)
        .flatMap(loaded -> {
          List<String> keys = loaded.state().key().stream().map(SigningKey::id).toList();
          return uses(keys)
              .map(uses ->
                  new Standing(
                      loaded.state(),
                      loaded.version(),
                      keys.isEmpty() ? null : uses.get(keys.getFirst())));
        });
  }

  /**
   * The same of an account that was asked for by name: one that enrolled a key, of an officer the
   * register knows, or of who asks. Any other is refused, as it may be of another bureau or
   * nobody's.
   */
  public Uni<Standing> known(String account, String by) {
    return standing(account)
        .call(found ->
            found.version() > 0 || SecondPerson.isSame(account, by)
                ? Uni.createFrom().voidItem()
                : officers(List.of(account.strip())).invoke(SigningKeys::requireOne));
  }

  private static void requireOne(List<KnownOfficer> found) {
    if (found.isEmpty()) {
      throw new ProblemException(DepartureRejection.OFFICER_UNKNOWN);
    }
  }

  /** Enrols a key for the account that asks. */
  public Uni<Handled<SignerEvent, Signer>> enrol(
      String publicKey, String proof, CommandContext context) {
    return signers.handle(
        stream(context.actor()),
        new SignerCommand.EnrolKey(context.actor(), publicKey, proof),
        context);
  }

  /**
   * Revokes the key of an account.
   *
   * @param mayRevokeOthers whether who asks answers for other people's keys
   */
  public Uni<Handled<SignerEvent, Signer>> revoke(
      String account, boolean mayRevokeOthers, String reason, CommandContext context) {
    return signers.handle(
        stream(account),
        new SignerCommand.RevokeKey(account, context.actor(), mayRevokeOthers, reason),
        context);
  }
}
