package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One ticket of supervision. */
@Entity
@Table(name = "ticket_view")
class TicketRow extends Document {}
