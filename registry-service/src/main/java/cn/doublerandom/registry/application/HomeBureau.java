package cn.doublerandom.registry.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.bureau.BureauCommand;
import cn.doublerandom.registry.bureau.BureauDetails;
import cn.doublerandom.registry.bureau.BureauEvent;
import cn.doublerandom.registry.bureau.RegisteredBureau;
import cn.doublerandom.servicekit.time.Watch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts the bureau the installation began with on its register, once and without a person: a fresh
 * ledger begins with it, one from before the register adopts it. Of two replicas that look at once
 * one is first, and for ever after there is nothing to do.
 */
@ApplicationScoped
class HomeBureau implements Watch {
  private static final String ACTOR = "installation";

  private final CommandHandler<BureauCommand, BureauEvent, RegisteredBureau> bureaus;
  private final Clock clock;
  private final String creditCode;

  /**
   * @param creditCode under which an older ledger issued what it published; looked at only while
   *     the register is empty
   */
  @Inject
  HomeBureau(
      CommandHandler<BureauCommand, BureauEvent, RegisteredBureau> bureaus,
      Clock clock,
      @ConfigProperty(name = "suite.adopted-credit-code") String creditCode) {
    this.bureaus = bureaus;
    this.clock = clock;
    this.creditCode = creditCode;
  }

  @Override
  public String name() {
    return "the entry of the first bureau";
  }

  @Override
  public When when() {
    return new When.Every("{suite.first-bureau-watch}");
  }

  @Override
  public Uni<Void> look(BureauKey bureau) {
    if (!bureau.isSeed()) {
      return Uni.createFrom().voidItem();
    }
    String stream = RegistryStreams.BUREAU.of(bureau.text());
    var home = bureaus.within(Scope.HOME);
    return home.load(stream)
        .flatMap(loaded ->
            loaded.state().entry().isPresent()
                ? Uni.createFrom().voidItem()
                : home.handle(
                        stream,
                        new BureauCommand.InstallBureau(BureauDetails.home(creditCode)),
                        context())
                    .replaceWithVoid());
  }

  private CommandContext context() {
    return CommandContext.byItself(ACTOR, clock.instant(), ACTOR);
  }
}
