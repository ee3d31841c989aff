"""A new box, checklist, document or term by three answers: a valid file, explained by the models themselves."""
