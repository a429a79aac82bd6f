package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.office.Office;
import cn.doublerandom.registry.office.OfficeCommand;
import cn.doublerandom.registry.office.OfficeEvent;
import cn.doublerandom.registry.office.OfficeMandate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 三定规定 of the offices. */
@ApplicationScoped
public class Offices {
  private final CommandHandler<OfficeCommand, OfficeEvent, Office> offices;
  private final KeptStates<Office> known;

  @Inject
  Offices(CommandHandler<OfficeCommand, OfficeEvent, Office> offices, KeptStates<Office> known) {
    this.offices = offices;
    this.known = known;
  }

  /** Registers a mandate; a newer one replaces it. */
  public Uni<Handled<OfficeEvent, Office>> register(OfficeMandate mandate, CommandContext context) {
    return offices.handle(
        RegistryStreams.OFFICE + mandate.unit(),
        new OfficeCommand.RegisterMandate(mandate),
        context);
  }

  /** An office as it is known. */
  public Uni<CommandHandler.Loaded<Office>> known(String unit) {
    return known.of(RegistryStreams.OFFICE + unit);
  }
}
