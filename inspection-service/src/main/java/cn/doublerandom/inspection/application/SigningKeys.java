package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.signing.Signer;
import cn.doublerandom.inspection.signing.SignerCommand;
import cn.doublerandom.inspection.signing.SignerDirectory;
import cn.doublerandom.inspection.signing.SignerEvent;
import cn.doublerandom.inspection.signing.SignerLine;
import cn.doublerandom.inspection.visit.KnownOfficer;
import cn.doublerandom.inspection.visit.OfficerDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
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
   * @param revoked ids of the keys that sign no more, ascending
   */
  public record ListedKey(
      String account, @Nullable String unit, @Nullable String keyId, List<String> revoked) {}

  /** All accounts that enrolled a key, by account. */
  public Uni<List<ListedKey>> list(String after, int limit) {
    return Uni.createFrom()
        .completionStage(() -> directory.page(after, limit))
        .flatMap(lines ->
            known(lines).map(known -> lines.stream().map(line -> listed(line, known)).toList()));
  }

  /** Officers are numbered in capitals, streams named in small letters. */
  private Uni<List<KnownOfficer>> known(List<SignerLine> lines) {
    List<String> ids =
        lines.stream()
            .flatMap(line -> Stream.of(line.account(), line.account().toUpperCase(Locale.ROOT)))
            .distinct()
            .toList();
    return Uni.createFrom().completionStage(() -> officers.among(ids));
  }

  private static ListedKey listed(SignerLine line, List<KnownOfficer> known) {
    String unit =
        known.stream()
            .filter(officer -> SecondPerson.isSame(officer.id(), line.account()))
            .flatMap(officer -> Stream.ofNullable(officer.unit()))
            .findFirst()
            .orElse(null);
    return new ListedKey(line.account(), unit, line.keyId(), line.revoked());
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
