package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.signing.Signer;
import cn.doublerandom.inspection.signing.SignerCommand;
import cn.doublerandom.inspection.signing.SignerEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Locale;

/** 签名密钥: the key each account signs with, enrolled by who holds it (ADR 60). */
@ApplicationScoped
public class SigningKeys {
  private final CommandHandler<SignerCommand, SignerEvent, Signer> signers;

  @Inject
  SigningKeys(CommandHandler<SignerCommand, SignerEvent, Signer> signers) {
    this.signers = signers;
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
