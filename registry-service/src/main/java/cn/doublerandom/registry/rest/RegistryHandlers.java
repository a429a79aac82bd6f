package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorDecider;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemDecider;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDecider;
import cn.doublerandom.registry.subject.SubjectEvent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The deciders of the registry over its event store. */
final class RegistryHandlers {
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
    return new EventCodec<>(ItemEvent.class);
  }

  @Produces
  @Singleton
  EventCodec<SubjectEvent> subjectCodec() {
    return new EventCodec<>(SubjectEvent.class);
  }

  @Produces
  @Singleton
  EventCodec<InspectorEvent> inspectorCodec() {
    return new EventCodec<>(InspectorEvent.class);
  }
}
