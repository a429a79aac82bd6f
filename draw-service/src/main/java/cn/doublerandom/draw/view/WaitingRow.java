package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What waits in one stream. */
@Entity
@Table(name = "waiting_view")
class WaitingRow extends Document {}
