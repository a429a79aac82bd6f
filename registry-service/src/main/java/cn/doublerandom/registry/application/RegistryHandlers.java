package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.batch.Batch;
import cn.doublerandom.registry.batch.BatchCodec;
import cn.doublerandom.registry.batch.BatchCommand;
import cn.doublerandom.registry.batch.BatchDecider;
import cn.doublerandom.registry.batch.BatchEvent;
import cn.doublerandom.registry.bureau.BureauCodec;
import cn.doublerandom.registry.bureau.BureauCommand;
import cn.doublerandom.registry.bureau.BureauDecider;
import cn.doublerandom.registry.bureau.BureauEvent;
import cn.doublerandom.registry.bureau.RegisteredBureau;
import cn.doublerandom.registry.catalogue.Catalogue;
import cn.doublerandom.registry.catalogue.CatalogueCodec;
import cn.doublerandom.registry.catalogue.CatalogueCommand;
import cn.doublerandom.registry.catalogue.CatalogueDecider;
import cn.doublerandom.registry.catalogue.CatalogueEvent;
import cn.doublerandom.registry.deputy.Deputy;
import cn.doublerandom.registry.deputy.DeputyCodec;
import cn.doublerandom.registry.deputy.DeputyCommand;
import cn.doublerandom.registry.deputy.DeputyDecider;
import cn.doublerandom.registry.deputy.DeputyEvent;
import cn.doublerandom.registry.expert.Expert;
import cn.doublerandom.registry.expert.ExpertCodec;
import cn.doublerandom.registry.expert.ExpertCommand;
import cn.doublerandom.registry.expert.ExpertDecider;
import cn.doublerandom.registry.expert.ExpertEvent;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCodec;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorDecider;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.intake.Intake;
import cn.doublerandom.registry.intake.IntakeCodec;
import cn.doublerandom.registry.intake.IntakeCommand;
import cn.doublerandom.registry.intake.IntakeDecider;
import cn.doublerandom.registry.intake.IntakeEvent;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCodec;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemDecider;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.office.Office;
import cn.doublerandom.registry.office.OfficeCodec;
import cn.doublerandom.registry.office.OfficeCommand;
import cn.doublerandom.registry.office.OfficeDecider;
import cn.doublerandom.registry.office.OfficeEvent;
import cn.doublerandom.registry.person.Erasure;
import cn.doublerandom.registry.person.ErasureCodec;
import cn.doublerandom.registry.person.ErasureCommand;
import cn.doublerandom.registry.person.ErasureDecider;
import cn.doublerandom.registry.person.ErasureEvent;
import cn.doublerandom.registry.proposal.Proposal;
import cn.doublerandom.registry.proposal.ProposalCodec;
import cn.doublerandom.registry.proposal.ProposalCommand;
import cn.doublerandom.registry.proposal.ProposalDecider;
import cn.doublerandom.registry.proposal.ProposalEvent;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCodec;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDecider;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.time.CalendarStream;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The deciders of the registry over its event store. */
final class RegistryHandlers {
  /** Versions of the catalogue, with some hundred items each. */
  private static final int MOST_CATALOGUES = 16;

  private static final int MOST_OFFICES = 200;

  /** The streams of this service, told apart by bureau. */
  @Produces
  @Singleton
  StreamNames streams() {
    return new StreamNames(RegistryStreams.KINDS, List.of(CalendarStream.NAME));
  }

  @Produces
  @Singleton
  KeptStates<Catalogue> keptCatalogues(
      CommandHandler<CatalogueCommand, CatalogueEvent, Catalogue> catalogues) {
    return catalogues.kept(MOST_CATALOGUES);
  }

  @Produces
  @Singleton
  KeptStates<Office> keptOffices(CommandHandler<OfficeCommand, OfficeEvent, Office> offices) {
    return offices.kept(MOST_OFFICES);
  }

  @Produces
  @Singleton
  CommandHandler<ItemCommand, ItemEvent, InspectionItem> items(
      EventStore store, EventCodec<ItemEvent> codec) {
    return new CommandHandler<>(store, new ItemDecider(), codec);
  }

  @Produces
  @Singleton
  CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects(
      EventStore store, EventCodec<SubjectEvent> codec) {
    return new CommandHandler<>(store, new SubjectDecider(), codec);
  }

  @Produces
  @Singleton
  CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors(
      EventStore store, EventCodec<InspectorEvent> codec) {
    return new CommandHandler<>(store, new InspectorDecider(), codec);
  }

  @Produces
  @Singleton
  EventCodec<ItemEvent> itemCodec() {
    return ItemCodec.ofEvents();
  }

  @Produces
  @Singleton
  EventCodec<SubjectEvent> subjectCodec() {
    return SubjectCodec.ofEvents();
  }

  @Produces
  @Singleton
  EventCodec<InspectorEvent> inspectorCodec() {
    return InspectorCodec.ofEvents();
  }

  @Produces
  @Singleton
  CommandHandler<OfficeCommand, OfficeEvent, Office> offices(
      EventStore store, EventCodec<OfficeEvent> codec) {
    return new CommandHandler<>(store, new OfficeDecider(), codec);
  }

  @Produces
  @Singleton
  EventCodec<OfficeEvent> officeCodec() {
    return OfficeCodec.ofEvents();
  }

  @Produces
  @Singleton
  CommandHandler<CatalogueCommand, CatalogueEvent, Catalogue> catalogues(
      EventStore store, EventCodec<CatalogueEvent> codec) {
    return new CommandHandler<>(store, new CatalogueDecider(), codec);
  }

  @Produces
  @Singleton
  EventCodec<CatalogueEvent> catalogueCodec() {
    return CatalogueCodec.ofEvents();
  }

  @Produces
  @Singleton
  CommandHandler<ExpertCommand, ExpertEvent, Expert> experts(
      EventStore store, EventCodec<ExpertEvent> codec) {
    return new CommandHandler<>(store, new ExpertDecider(), codec);
  }

  @Produces
  @Singleton
  EventCodec<ExpertEvent> expertCodec() {
    return ExpertCodec.ofEvents();
  }

  @Produces
  @Singleton
  CommandHandler<ErasureCommand, ErasureEvent, Erasure> erasures(EventStore store) {
    return new CommandHandler<>(store, new ErasureDecider(), ErasureCodec.ofEvents());
  }

  @Produces
  @Singleton
  CommandHandler<BatchCommand, BatchEvent, Batch> batches(EventStore store) {
    return new CommandHandler<>(store, new BatchDecider(), BatchCodec.ofEvents());
  }

  @Produces
  @Singleton
  CommandHandler<IntakeCommand, IntakeEvent, Intake> intakes(
      EventStore store, EventCodec<IntakeEvent> codec) {
    return new CommandHandler<>(store, new IntakeDecider(), codec);
  }

  @Produces
  @Singleton
  EventCodec<IntakeEvent> intakeCodec() {
    return IntakeCodec.ofEvents();
  }

  @Produces
  @Singleton
  CommandHandler<BureauCommand, BureauEvent, RegisteredBureau> bureaus(
      EventStore store, EventCodec<BureauEvent> codec) {
    return new CommandHandler<>(store, new BureauDecider(), codec);
  }

  @Produces
  @Singleton
  CommandHandler<DeputyCommand, DeputyEvent, Deputy> deputies(
      EventStore store, EventCodec<DeputyEvent> codec) {
    return new CommandHandler<>(store, new DeputyDecider(), codec);
  }

  @Produces
  @Singleton
  CommandHandler<ProposalCommand, ProposalEvent, Proposal> proposals(
      EventStore store, EventCodec<ProposalEvent> codec) {
    return new CommandHandler<>(store, new ProposalDecider(), codec);
  }

  @Produces
  @Singleton
  EventCodec<ProposalEvent> proposalCodec() {
    return ProposalCodec.ofEvents();
  }

  @Produces
  @Singleton
  EventCodec<DeputyEvent> deputyCodec() {
    return DeputyCodec.ofEvents();
  }

  @Produces
  @Singleton
  EventCodec<BureauEvent> bureauCodec() {
    return BureauCodec.ofEvents();
  }
}
