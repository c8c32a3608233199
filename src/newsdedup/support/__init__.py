"""What every other folder uses: errors, settings, threads and processes, progress, tables."""
