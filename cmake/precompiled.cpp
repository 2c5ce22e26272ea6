// Nothing of its own: a library of objects needs a source, for whose sake the header is compiled.
