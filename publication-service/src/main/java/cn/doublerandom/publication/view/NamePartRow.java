package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A firm under its name from one character on. */
@Entity
@Table(name = "name_part_view")
class NamePartRow extends Document {}
