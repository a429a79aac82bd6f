/** What every resource shares: who asks and when, versions as ETags, pages by cursor. */
@NullMarked
@SchemaName(of = MemoryResource.Place.class, is = "LedgerPlace")
@SchemaName(of = MemoryState.class, is = "MemoryState")
@SchemaName(of = Standing.class, is = "LedgerStanding")
@SchemaName(of = ParkedRecord.class, is = "ParkedMessage")
@SchemaName(of = StrayRecord.class, is = "StrayMessage")
@SchemaName(of = MemoryMonitor.Reading.class, is = "MemoryReading")
@SchemaName(of = Generation.class, is = "ReadModelGeneration")
@SchemaName(of = ParkedStream.class, is = "StreamParked")
@SchemaName(of = SetTimer.class, is = "TimerSet")
package cn.doublerandom.servicekit.rest;

import cn.doublerandom.eventstore.inbox.ParkedRecord;
import cn.doublerandom.eventstore.inbox.StrayRecord;
import cn.doublerandom.eventstore.ledger.MemoryMonitor;
import cn.doublerandom.eventstore.ledger.Standing;
import cn.doublerandom.eventstore.projection.Generation;
import cn.doublerandom.eventstore.projection.ParkedStream;
import cn.doublerandom.eventstore.timer.SetTimer;
import cn.doublerandom.servicekit.memory.MemoryState;
import cn.doublerandom.servicekit.openapi.SchemaName;
import org.jspecify.annotations.NullMarked;
